/** The commands of the CLI that correspond to operations of the API. */
const commands: Readonly<Record<string, string>> = {
  addNote: "lineage note",
  auditLog: "lineage ledger list",
  closeRecall: "lineage recall close",
  defineEndpoint: "lineage endpoint define",
  deletionCandidates: "lineage deletion candidates",
  deletionPlan: "lineage deletion plan",
  deployRelease: "lineage release deploy",
  openRecall: "lineage recall open",
  proposeRelease: "lineage release propose",
  resolveRecallTask: "lineage recall resolve",
  reviewRelease: "lineage release approve",
  rollbackPlan: "lineage rollback",
  withdrawRelease: "lineage release withdraw",
};
const operations = new RegExp(`\`?\\b(${Object.keys(commands).join("|")})\\b\`?`, "g");

/** Replaces operations of the API in its messages by the commands of the CLI, which have the same effect. */
export function toCliWords(message: string): string {
  return message.replace(operations, (found, operation: string) => {
    const command = commands[operation];
    return command === undefined ? found : `"${command}"`;
  });
}
