const utf16LittleEndian = [0xff, 0xfe];
const utf16BigEndian = [0xfe, 0xff];

/**
 * Decodes the bytes of a file that Python tools read: UTF-16 where a byte order mark says so (PowerShell writes it),
 * otherwise UTF-8 with or without the mark. Bytes of older encodings become U+FFFD. They occur only in comments and paths,
 * because the rest of such a file is ASCII.
 */
export function decodeText(bytes: Uint8Array): string {
  if (startsWith(bytes, utf16LittleEndian)) return new TextDecoder("utf-16le").decode(bytes);
  return new TextDecoder(startsWith(bytes, utf16BigEndian) ? "utf-16be" : "utf-8").decode(bytes);
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
