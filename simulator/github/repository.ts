/** The one repository of the simulation, and what has happened in it before anything else. */
export const repository = { owner: 'acme', ownerId: 2342, name: 'fraud', id: 481_516 } as const;

export const repositoryName = `${repository.owner}/${repository.name}`;

/** A commit on the default branch. */
export interface Commit {
  readonly sha: string;
  readonly message: string;
}

/** The tip of the default branch before anyone pushed. */
export const commitBefore: Commit = {
  sha: 'badc0de234567890badc0de234567890badc0de2',
  message: 'Set up the fraud model',
};

/** The commit that a workflow run is about unless it is told otherwise. */
export const usualCommit: Commit = {
  sha: 'c0ffee1234567890c0ffee1234567890c0ffee12',
  message: 'Retrain the fraud model on February (#42)',
};
