// True if a row of a list by key belongs to the page.
// (key)
// $afterKey    key after which the page starts, in its direction; null for the first page
// $isBackward  true for a page from the end of the list
($afterKey IS NULL OR CASE WHEN $isBackward THEN key < $afterKey ELSE key > $afterKey END)
