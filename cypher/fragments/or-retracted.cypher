// Adds the type of retracted relationships to those of a pattern about a moment, because they were part of earlier answers.
// now:
|RETRACTED
