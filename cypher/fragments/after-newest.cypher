// True if a row of a list that is ordered newest first belongs to the page.
// (moment, key)  moment: epoch ms
// $at, $afterKey  position after which the page starts, in its direction; nulls for the first page
// $isBackward     true for a page from the end of the list
($afterKey IS NULL OR CASE WHEN $isBackward
  THEN moment > $at OR (moment = $at AND key > $afterKey)
  ELSE moment < $at OR (moment = $at AND key < $afterKey) END)
