package app.ringbook.customer.index;

import app.ringbook.platform.Progress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Asks texts of several kinds one question. Looks first where the best finds would be (whole lines
 * of the first line), and stops as soon as nothing better can come.
 */
public final class Finder {
  /** Tags of lines, the best first: the names, readings and initials, other lines, addresses. */
  private static final int[] TAGS = {0, 1, 2, 3, 4, 6, 5};

  private static final int[] LINES = {0, 1, 2, 3, 4, 5, TextScore.MARKED};
  private static final int CHECK = 4_095;
  private static final int FEW = 256;
  private final List<Part> parts = new ArrayList<>();
  private final int limit;
  private final Progress progress;

  /**
   * One kind of texts, and what is looked for in them.
   *
   * @param done indexes that have nothing more to offer
   */
  private record Part(
      int kind, LiveTexts.State state, Asked asked, List<String> fragments, BitSet done) {}

  /**
   * @param limit how many finds at most, at least one
   * @param progress tells when nobody waits for the answer any more
   */
  public Finder(int limit, Progress progress) {
    this.limit = limit;
    this.progress = progress;
  }

  /**
   * Looks for all of these fragments, which are not empty, in texts of one more kind.
   *
   * @param kind place among equally good finds
   */
  public Finder in(int kind, LiveTexts texts, List<String> fragments) {
    List<String> stored = fragments.stream().map(Finder::asStored).toList();
    parts.add(new Part(kind, texts.state(), new Asked(stored), stored, new BitSet()));
    return this;
  }

  /** Half a sign becomes what it becomes when it is stored. */
  private static String asStored(String fragment) {
    return new String(fragment.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** The best finds: by score, line, kind and id. */
  public List<Find> best() {
    TopFinds top = new TopFinds(limit);
    for (Part part : parts) {
      scan(part, (id, owner, score) -> top.offer(find(part, id, owner)));
    }
    parts.forEach(part -> lookAtFew(part, top));
    for (int level = 0; level < TextScore.LEVELS; level++) {
      for (int i = 0; i < TAGS.length; i++) {
        for (Part part : parts) {
          look(part, level, TAGS[i], top);
        }
        if (top.fullUpTo(TextScore.rank(level, LINES[i]))) {
          return top.inOrder();
        }
      }
    }
    return top.inOrder();
  }

  /** Is shown a text that holds the fragments, and whose it is. */
  @FunctionalInterface
  public interface Visitor {
    /** Takes a find. */
    void found(long id, long owner);
  }

  /** Shows all finds, in no order. */
  public void all(Visitor visitor) {
    for (Part part : parts) {
      scan(part, (id, owner, score) -> visitor.found(id, owner));
      List<Layer> layers = part.state.layers();
      for (int i = 0; i < layers.size(); i++) {
        all(part, i, visitor);
      }
    }
  }

  private void all(Part part, int layer, Visitor visitor) {
    TextIndex index = part.state.layers().get(layer).index();
    BitSet found = new BitSet(index.size());
    if (part.asked.exact()) {
      part.asked.noteAll(index, found);
    } else {
      noteThose(part, index, found);
    }
    boolean covered = layer > 0 || part.state.fresh().size() > 0;
    for (int doc = found.nextSetBit(0); doc >= 0; doc = found.nextSetBit(doc + 1)) {
      if (!covered || !part.state.hidden(layer, index.id(doc))) {
        visitor.found(index.id(doc), index.owner(doc));
      }
    }
  }

  private void noteThose(Part part, TextIndex index, BitSet found) {
    Docs docs = part.asked.anywhere(index);
    int looked = 0;
    int doc = docs == null ? Docs.NO_MORE : docs.next();
    while (docs != null && doc != Docs.NO_MORE) {
      if (part.asked.in(index, doc)) {
        found.set(doc);
      }
      if ((++looked & CHECK) == 0) {
        progress.check();
      }
      doc = docs.next();
    }
  }

  /** Is shown a fresh text that holds the fragments. */
  private interface FreshVisitor {
    void found(long id, long owner, TextScore score);
  }

  private static void scan(Part part, FreshVisitor visitor) {
    if (part.state.fresh().size() == 0) {
      return;
    }
    long low = 0;
    long high = 0;
    for (String fragment : part.fragments) {
      byte[] bytes = fragment.getBytes(StandardCharsets.UTF_8);
      low |= Fresh.mask(bytes, 0);
      high |= Fresh.mask(bytes, 1);
    }
    TextScore score = part.asked.score();
    part.state
        .fresh()
        .scan(
            low,
            high,
            (id, owner, text) -> {
              if (text != null && score.find(text, 0, text.length)) {
                visitor.found(id, owner, score);
              }
            });
  }

  private void look(Part part, int level, int tag, TopFinds top) {
    List<Layer> layers = part.state.layers();
    for (int i = 0; i < layers.size(); i++) {
      progress.check();
      TextIndex index = layers.get(i).index();
      Docs docs = part.done.get(i) ? null : part.asked.docs(index, level, tag);
      if (docs != null) {
        look(part, i, docs, level, tag, top);
      }
    }
  }

  /** Where only few texts come into question, all are looked at, and the index is done with. */
  private void lookAtFew(Part part, TopFinds top) {
    List<Layer> layers = part.state.layers();
    for (int i = 0; i < layers.size() && part.asked.composed(); i++) {
      TextIndex index = layers.get(i).index();
      Docs docs = part.asked.anywhere(index);
      int[] few = new int[FEW];
      int count = 0;
      int doc = docs == null ? Docs.NO_MORE : docs.next();
      while (docs != null && doc != Docs.NO_MORE && count < FEW) {
        few[count++] = doc;
        doc = docs.next();
      }
      if (doc == Docs.NO_MORE) {
        for (int f = 0; f < count; f++) {
          if (part.asked.in(index, few[f]) && !part.state.hidden(i, index.id(few[f]))) {
            top.offer(find(part, index.id(few[f]), index.owner(few[f])));
          }
        }
        part.done.set(i);
      }
    }
  }

  /** Goes on until there are enough finds that are exactly so good. */
  private void look(Part part, int layer, Docs docs, int level, int tag, TopFinds top) {
    TextIndex index = part.state.layers().get(layer).index();
    TextScore score = part.asked.score();
    int enough = limit;
    int looked = 0;
    for (int doc = docs.next(); doc != Docs.NO_MORE && enough > 0; doc = docs.next()) {
      if (part.asked.in(index, doc) && !part.state.hidden(layer, index.id(doc))) {
        top.offer(find(part, index.id(doc), index.owner(doc)));
        boolean here = score.score() == level && Grams.tag(score.line()) == tag;
        enough -= here ? 1 : 0;
      }
      if ((++looked & CHECK) == 0) {
        progress.check();
      }
    }
  }

  private static Find find(Part part, long id, long owner) {
    TextScore score = part.asked.score();
    return new Find(part.kind, id, owner, score.score(), score.line());
  }
}
