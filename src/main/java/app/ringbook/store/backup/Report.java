package app.ringbook.store.backup;

import java.util.List;
import java.util.Map;

/**
 * The result of a check, a backup or a restore.
 *
 * @param ok nothing was found
 * @param tables rows read, by table
 * @param recordings recordings counted or compared with their checksum
 * @param problems what was found
 */
public record Report(
    boolean ok, Map<String, Long> tables, long recordings, List<Finding> problems) {}
