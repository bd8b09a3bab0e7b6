// True if one remains when the other, a node with the same content, is deleted: it still exists, and is known to be at another
// place. A place that contains the other one is the same place. Relative paths and web addresses are compared with their like
// only, because they may lead to any store.
// (one, other)
(one.tombstonedAt IS NULL AND coalesce(
  one.place <> other.place AND NOT one.place STARTS WITH other.place + '/' AND NOT other.place STARTS WITH one.place + '/'
  AND (one.place STARTS WITH 'relative:') = (other.place STARTS WITH 'relative:')
  AND (one.place STARTS WITH 'https:') = (other.place STARTS WITH 'https:'), false))
