// True if one remains when the other, a node with the same content, is deleted: it still exists, and is known to be at another
// place. A place that contains the other one is the same place. A place `realm|/path` is compared with its realm only, because
// its store may be reached in other ways. Of two relative paths, the longer one may lead to the other one from another folder.
// (one, other)
(one.tombstonedAt IS NULL AND coalesce(
  one.place <> other.place AND NOT one.place STARTS WITH other.place + '/' AND NOT other.place STARTS WITH one.place + '/'
  AND (split(one.place, '|')[0] = split(other.place, '|')[0] OR NOT (one.place CONTAINS '|' OR other.place CONTAINS '|'))
  AND NOT (one.place STARTS WITH 'relative|'
           AND (one.place ENDS WITH split(other.place, '|')[1] OR other.place ENDS WITH split(one.place, '|')[1])), false))
