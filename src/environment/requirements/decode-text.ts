const utf16LittleEndian = [0xff, 0xfe];
const utf16BigEndian = [0xfe, 0xff];

/**
 * Decodes the bytes of a file that Python tools read: UTF-16 where a byte order mark says so (PowerShell writes it),
 * else UTF-8 with or without the mark, else Windows-1252, which any bytes are: such a file differs in comments only,
 * since what pip reads is ASCII.
 */
export function decodeText(bytes: Uint8Array): string {
  if (startsWith(bytes, utf16LittleEndian)) return new TextDecoder("utf-16le").decode(bytes);
  if (startsWith(bytes, utf16BigEndian)) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
