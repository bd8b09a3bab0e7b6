// True if two nodes with the same content are known to be at different places, so that one remains when the other is deleted.
// A place that contains the other one is the same place.
// (one, other)
coalesce(one.place <> other.place AND NOT one.place STARTS WITH other.place + '/' AND NOT other.place STARTS WITH one.place + '/', false)
