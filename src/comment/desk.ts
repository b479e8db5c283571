import type { Problem } from '../domain/problem.ts';
import type { Instant } from '../domain/request.ts';
import type { Markdown } from '../domain/text/markdown.ts';
import type { GitHub } from '../ports/github.ts';
import type { Clock } from '../ports.ts';
import type { Published } from '../report/outputs.ts';
import type { Marker } from './marker.ts';
import type { Notice } from './notice.ts';
import type { Where } from './own-comment.ts';

/** What the live report needs. */
export interface Desk {
  readonly github: GitHub;
  readonly clock: Clock;
  /** As it is known by now. */
  readonly marker: () => Marker;
  /** The pull request that the user names. */
  readonly pullRequest: number | undefined;
  /** The report as it stands now. */
  readonly render: () => Markdown;
  /** `if-there`: only a comment that exists is edited. */
  readonly where?: Where;
  /** What people are told beside it, once it has ended badly. */
  readonly notice?: () => Notice | undefined;
  /** The commit that serves, by the endpoint's record. */
  readonly since?: () => string | undefined;
  /** Until when GitHub has asked a process before this one to wait. */
  readonly notBefore?: Instant | undefined;
}

/** How long the last edit may take. */
export interface Patience {
  readonly usualSeconds: number;
  /** Where GitHub itself asks to wait, in all. */
  readonly askedSeconds: number;
  /** Once the job is cancelled: it starts again, with so long. */
  readonly cancelledSeconds: number;
}

/** Where the last version stands, and what kept it from standing everywhere. */
export interface Delivery extends Published {
  readonly problem: Problem | undefined;
  /** Until when GitHub has asked to wait. */
  readonly notBefore: Instant | undefined;
  /** Whether a later plan's comment was left as it is. */
  readonly isOvertaken: boolean;
}
