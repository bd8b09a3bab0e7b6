import { z } from "zod";

/** U+0000 cannot be stored, and an unpaired surrogate has no UTF-8 form. */
const isStorable = (text: string): boolean => !text.includes("\u0000") && text.isWellFormed();

const text = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .refine(isStorable, "contains a NUL character or an unpaired surrogate, which cannot be stored");

/** A name, a version or another identifier: 1 to 1,000 characters, no surrounding white space. */
export const identifier = text(1_000)
  .min(1)
  .refine((value) => value.trim() === value, "has leading or trailing white space");
/** The role of an input, such as `training`. */
export const role = text(200).min(1);
/** The name of a parameter or a metric. */
export const measureName = text(500).min(1);
/** A line of text for people. */
export const line = text(4_000);
/** The reason of a decision, without surrounding white space. `demand` says what is missing if it is blank. */
export const reasonFor = (demand: string) =>
  line.transform((reason) => reason.trim()).refine((reason) => reason !== "", `is empty; ${demand}`);
/** A text for any use, at most 100,000 characters. */
export const prose = text(100_000);
/** A content digest, `algorithm:hex`. */
export const digest = text(300).regex(
  /^[A-Za-z0-9_+.-]+:\S+$/,
  "is not in the format algorithm:value, such as sha256:9f86d0…",
);
const notAnInteger = "is not an integer between -(2^53-1) and 2^53-1";
/** An integer that JavaScript and Neo4j both represent exactly. */
export const count = z
  .union(
    [
      z.number(),
      z.bigint(),
      z
        .string()
        .regex(/^-?\d+$/)
        .transform(Number),
    ],
    notAnInteger,
  )
  .transform(Number)
  .refine(Number.isSafeInteger, notAnInteger);
export const size = count.refine((value) => value >= 0, "is negative");
const notATime = "is not an RFC 3339 time with an offset, such as 2026-05-02T10:00:00Z";
/** A time: RFC 3339 text with an offset, or a Date. Parsed as epoch milliseconds. */
export const instant = z
  .union([z.date(), z.iso.datetime({ offset: true, error: notATime })], notATime)
  .transform((value) => new Date(value).getTime())
  .refine(
    (value) => Number.isFinite(value) && value >= -62_135_596_800_000,
    "is not a time between the years 1 and 275760",
  );
