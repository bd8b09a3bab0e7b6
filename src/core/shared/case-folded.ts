/** A text in the form in which names are compared without regard to letter case and Unicode form. */
export function caseFolded(text: string): string {
  return text.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC");
}
