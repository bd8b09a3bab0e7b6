import type { Draft, Fields, NodeDraft, NodeKind } from "../../core/facts/draft.js";
import { defineSave, loadNodes } from "../../core/facts/facts.statements.js";
import { fillIn, least } from "../../core/facts/merge.js";
import { commitKey } from "../../core/shared/key.js";
import { nodeSearchWords } from "../../core/api/node/node-search-words.js";
import type { CodeCommitFact, CodeCommitRef } from "./code-commit.shape.js";

export const commitKind: NodeKind = {
  label: "CodeCommit",
  isRegistered: true,
  load: loadNodes,
  save: defineSave("code/save-commits"),
  merge: mergeCommit,
  descriptive: ["message", "author", "committedAt"],
  derive: (fields, key) => ({
    searchWords: nodeSearchWords("CodeCommit", key, fields, [fields.message, fields.author, fields.branch, fields.tag]),
  }),
};

/** The fields of a commit that a reference determines. */
export function referredCommit({ repository, sha }: CodeCommitRef): NodeDraft {
  return {
    kind: commitKind,
    key: commitKey(repository, sha),
    isAsserted: false,
    reported: { namespace: repository, name: repositoryName(repository), version: sha },
  };
}

/** The draft of a registered commit. */
export function draftCommit(fact: CodeCommitFact): Draft {
  const { dirty, patchDigest, message, author, committedAt, branch, tag } = fact;
  const referred = referredCommit(fact);
  return {
    key: referred.key,
    nodes: [
      {
        ...referred,
        isAsserted: true,
        reported: { ...referred.reported, dirty, patchDigest, message, author, committedAt, branch, tag },
      },
    ],
    edges: [],
  };
}

/** A commit is part of many branches, and each source reports the one that it was on. */
function mergeCommit(key: string, known: Fields, { branch, tag, ...reported }: Fields): Fields {
  return { ...fillIn(key, known, reported), ...least(known, { branch, tag }) };
}

/** The last part of a repository's address, which is its usual name. */
function repositoryName(repository: string): string {
  return /([^/:]+?)(?:\.git)?\/*$/.exec(repository)?.[1] ?? repository;
}
