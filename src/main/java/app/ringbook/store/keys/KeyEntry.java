package app.ringbook.store.keys;

/**
 * That a row has a key, or no longer has it.
 *
 * @param gone true if it no longer has it: hides what older runs say
 */
record KeyEntry(String key, long id, boolean gone) implements Comparable<KeyEntry> {
  @Override
  public int compareTo(KeyEntry other) {
    int order = key.compareTo(other.key);
    return order != 0 ? order : Long.compare(id, other.id);
  }
}
