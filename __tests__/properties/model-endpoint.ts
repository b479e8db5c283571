import type { Image, PendingDeployment, Snapshot, Variant } from '../../src/domain/endpoint.ts';
import { Problem, type ProblemCode } from '../../src/domain/problem.ts';
import type { Instant } from '../../src/domain/request.ts';
import type { Tag } from '../../src/domain/tags.ts';
import { phrase } from '../../src/domain/text/phrase.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What no one has published of SageMaker: a run has to be right whichever it is. */
export interface Manners {
  /** The status while a rollback runs; one that the API does not have yet is among them. */
  readonly rollbackStatus: 'Updating' | 'RollingBack' | 'Reverting';
  /** Whether an update ends with a step of such a status, and whether it is named beside that. */
  readonly lastStep: 'none' | 'named' | 'nameless';
  /** Whether the end of a rollback sets LastModifiedTime, as the end of a success does. */
  readonly rollbackModifies: boolean;
  /** The configuration that is named as pending while a rollback runs. */
  readonly rollbackNames: 'requested' | 'old' | 'none';
  /** Whether UpdateRollbackFailed still names the update as pending. */
  readonly brokenStaysPending: boolean;
  /** Whether scaling and maintenance set LastModifiedTime. */
  readonly interludeModifies: boolean;
}

/** The course of one update: whole seconds. */
export interface Course {
  /** Until the pending summary shows. */
  readonly showsAfter: number;
  readonly provisioning: number;
  /** Each of the two bakes: with the canary, and with all traffic. */
  readonly bake: number;
  readonly ending: 'success' | 'rollback' | 'broken-rollback' | 'never';
  /** In which step it turns back, where it does: provisioning, canary, final bake. */
  readonly turnsIn: 0 | 1 | 2;
  readonly turning: number;
  /** What SageMaker gives as the reason: nothing, the alarm it always is, or words of its own. */
  readonly reason: 'none' | 'alarm' | 'own';
}

/** An update, or the creation of the endpoint, that was accepted. */
export interface Update {
  readonly config: string;
  /** Who asked for it. */
  readonly by: string;
  readonly acceptedAt: Instant;
  ending: 'deployed' | 'rolled-back' | 'broken' | undefined;
  endedAt: Instant | undefined;
}

/** How the endpoint was from some time on; undefined: there was none. */
export interface Version {
  readonly since: Instant;
  readonly snapshot: Snapshot | undefined;
}

export const alarmReason =
  'One or more configured alarm for automatic rollback deployment is in ALARM state: [fraud-5xx].';

const name = 'fraud';
const arn = 'arn:aws:sagemaker:eu-west-1:123456789012:endpoint/fraud';

/**
 * One SageMaker endpoint in virtual time, and all that ever was true of it.
 *
 * Modelled, as facts of real accounts have it: an update shows as Updating at once and names its
 * configuration some seconds later; the old configuration counts as serving until the update has
 * succeeded; a rollback ends InService on the old configuration; FailureReason stays until an
 * update succeeds; the call and the success set LastModifiedTime; who comes while something runs is
 * refused; Failed endpoints can only be deleted. What is unpublished is a matter of `Manners`.
 *
 * Not modeled: sizes of steps (there are a canary and a final bake), what deployment
 * configurations change, traffic, shadow variants.
 */
export class ModelEndpoint {
  readonly versions: Version[];
  readonly updates: Update[] = [];
  tags: readonly Tag[] = [];
  readonly #time: VirtualTime;
  readonly #manners: Manners;
  readonly #courses: readonly Course[];
  /** Called when the endpoint has settled. */
  readonly #settled: (() => void)[] = [];
  #courseCount = 0;
  #lives = 1;

  constructor(
    time: VirtualTime,
    { manners, courses }: { manners: Manners; courses: readonly Course[] },
    start: Partial<Snapshot> | undefined,
  ) {
    this.#time = time;
    this.#manners = manners;
    this.#courses = courses;
    const since = time.now() - 7 * 24 * 3600 * 1000;
    this.versions = [{ since, snapshot: start && { ...served('v1', since), ...start } }];
  }

  get now(): Snapshot | undefined {
    return this.versions.at(-1)?.snapshot;
  }

  /** How long what serves now has served. */
  get secondsServed(): number {
    const name = this.now?.configName;
    const other = this.versions.findLastIndex(({ snapshot }) => snapshot?.configName !== name);
    const since = this.versions[other + 1]?.since ?? this.#time.now();
    return (this.#time.now() - since) / 1000;
  }

  /** How the endpoint was at that time. */
  versionAt(instant: Instant): Version | undefined {
    return this.versions.findLast(({ since }) => since <= instant) ?? this.versions[0];
  }

  /** The states that there were at some time in between. */
  between(from: Instant, until: Instant): readonly Version[] {
    return this.versions.filter(({ since }, index) => {
      const next = this.versions[index + 1]?.since ?? Number.POSITIVE_INFINITY;
      return since <= until && next >= from;
    });
  }

  /** Calls once, when an update has ended. */
  whenSettled(call: () => void): void {
    this.#settled.push(call);
  }

  /** UpdateEndpoint. */
  update(config: string, by: string): void {
    const before = this.now;
    if (!before) throw refusal('endpoint-not-found');
    if (before.status === 'Failed') throw refusal('refused');
    if (before.status !== 'InService' && before.status !== 'UpdateRollbackFailed') {
      throw refusal('update-in-progress');
    }
    const update = this.#accept(config, by);
    this.#set({
      ...before,
      status: 'Updating',
      lastModified: this.#time.now(),
      pending: undefined,
    });
    this.#forward(update, before, this.#nextCourse());
  }

  /** CreateEndpoint. */
  create(config: string, by: string): void {
    if (this.now) throw refusal('already-exists');
    const update = this.#accept(config, by);
    const course = this.#nextCourse();
    const creating = { ...served(config, this.#time.now()), status: 'Creating', variants: [] };
    this.#set(creating);
    if (course.ending === 'never') return;
    this.#after(course.provisioning, () => {
      const lastModified = this.#time.now();
      if (course.ending === 'success') this.#succeed(update);
      else {
        const failureReason = this.#reason(course, undefined);
        this.#end(update, 'broken', { ...creating, status: 'Failed', lastModified, failureReason });
      }
    });
  }

  /** DeleteEndpoint. */
  delete(): void {
    const before = this.now;
    if (!before || isBusy(before)) throw refusal('update-in-progress');
    this.#set({ ...before, status: 'Deleting', lastModified: this.#time.now() });
    this.#after(20, () => {
      this.#set(undefined);
      this.tags = [];
    });
  }

  /** DeleteEndpoint and CreateEndpoint, whatever runs: that comes to nothing. */
  recreate(config: string, by: string): void {
    if (!this.now) throw refusal('endpoint-not-found');
    this.#lives += 1;
    for (const update of this.updates) update.endedAt ??= this.#time.now();
    this.tags = [];
    this.#set(undefined);
    this.create(config, by);
  }

  /** Scaling, or maintenance by AWS: the endpoint is busy, and nothing is pending. */
  interlude(status: 'Updating' | 'SystemUpdating', seconds: number): void {
    const before = this.now;
    if (before?.status !== 'InService') throw refusal('update-in-progress');
    const modified = () =>
      this.#manners.interludeModifies ? { lastModified: this.#time.now() } : {};
    this.#set({ ...before, status, ...modified() });
    this.#after(seconds, () => {
      this.#set({ ...before, ...modified() });
      this.#tellSettled();
    });
  }

  #forward(update: Update, before: Snapshot, course: Course): void {
    const steps = [
      { status: 'Creating', traffic: 0, seconds: course.provisioning },
      { status: 'Baking', traffic: 1, seconds: course.bake },
      { status: 'Baking', traffic: 3, seconds: course.bake },
    ];
    const go = (index: number) => {
      const step = steps[index];
      if (!step) {
        this.#validate(update, course);
        return;
      }
      this.#set({ ...this.#running(before), ...this.#fleets(before, update, step) });
      if (course.ending === 'never') return;
      const turns = course.ending !== 'success' && course.turnsIn === index;
      this.#after(step.seconds, () => (turns ? this.#back(update, before, course) : go(index + 1)));
    };
    this.#after(course.showsAfter, () => go(0));
  }

  #validate(update: Update, { turning }: Course): void {
    const { lastStep } = this.#manners;
    const { now } = this;
    if (lastStep === 'none' || !now) {
      this.#succeed(update);
      return;
    }
    const pending = lastStep === 'named' ? now.pending : undefined;
    this.#set({ ...now, status: 'Validating', pending });
    this.#after(turning, () => this.#succeed(update));
  }

  #succeed(update: Update): void {
    const lastModified = this.#time.now();
    const createdAt = this.now?.createdAt ?? lastModified;
    this.#end(
      update,
      'deployed',
      served(update.config, lastModified, update.acceptedAt, createdAt),
    );
  }

  #back(update: Update, before: Snapshot, course: Course): void {
    const { rollbackStatus, rollbackNames, brokenStaysPending, rollbackModifies } = this.#manners;
    const running = this.#running(before);
    const turning = this.#fleets(before, update, { status: 'Deleting', traffic: 0 });
    const named = rollbackNames === 'old' ? before.configName : update.config;
    const pending =
      rollbackNames === 'none' ? undefined : { ...turning.pending, configName: named };
    this.#set({ ...running, status: rollbackStatus, ...turning, pending });
    this.#after(course.turning, () => {
      const isBroken = course.ending === 'broken-rollback';
      const lastModified = rollbackModifies ? this.#time.now() : running.lastModified;
      const failureReason = this.#reason(course, before.failureReason);
      this.#end(update, isBroken ? 'broken' : 'rolled-back', {
        ...before,
        status: isBroken ? 'UpdateRollbackFailed' : 'InService',
        pending: isBroken && brokenStaysPending ? turning.pending : undefined,
        ...{ lastModified, failureReason },
      });
    });
  }

  /** What stays the same from the call to the end. */
  #running(before: Snapshot): Snapshot {
    return { ...before, status: 'Updating', lastModified: this.now?.lastModified ?? 0 };
  }

  #fleets(
    before: Snapshot,
    { config, acceptedAt }: Update,
    { status, traffic }: { readonly status: string; readonly traffic: number },
  ): { readonly variants: readonly Variant[]; readonly pending: PendingDeployment } {
    const since = wholeSecond(this.#time.now());
    return {
      variants: before.variants.map((variant) => ({ ...variant, currentInstances: 3 - traffic })),
      pending: {
        configName: config,
        startedAt: wholeSecond(acceptedAt + 3000),
        variants: [fleet(traffic, { status, since })],
        shadowVariants: [],
      },
    };
  }

  #reason({ reason }: Course, stale: string | undefined): string | undefined {
    if (reason === 'none') return stale;
    return reason === 'alarm' ? alarmReason : `CannotStartContainerError ${this.updates.length}.`;
  }

  #nextCourse(): Course {
    const course = this.#courses[this.#courseCount % this.#courses.length];
    this.#courseCount += 1;
    if (!course) throw new Error('An endpoint needs a course.');
    return course;
  }

  #accept(config: string, by: string): Update {
    const acceptedAt = this.#time.now();
    const update = { config, by, acceptedAt, ending: undefined, endedAt: undefined };
    this.updates.push(update);
    return update;
  }

  #end(update: Update, ending: NonNullable<Update['ending']>, snapshot: Snapshot): void {
    update.ending = ending;
    update.endedAt = this.#time.now();
    this.#set(snapshot);
    this.#tellSettled();
  }

  #tellSettled(): void {
    for (const call of this.#settled.splice(0)) call();
  }

  #set(snapshot: Snapshot | undefined): void {
    this.versions.push({ since: this.#time.now(), snapshot });
  }

  #after(seconds: number, call: () => void): void {
    const life = this.#lives;
    this.#time.at(this.#time.now() + 1000 * seconds, () => {
      if (life === this.#lives) call();
    });
  }
}

/** An endpoint that serves that configuration since then, with three instances and the images of its call. */
export function served(
  configName: string,
  lastModified: Instant,
  calledAt: Instant = lastModified,
  createdAt: Instant = lastModified,
): Snapshot {
  return {
    name,
    arn,
    status: 'InService',
    configName,
    failureReason: undefined,
    createdAt,
    lastModified,
    variants: [{ ...fleet(3), images: [imageOf(calledAt)] }],
    shadowVariants: [],
    pending: undefined,
    lastDeploymentConfig: undefined,
  };
}

/** What an image was resolved to shortly after a call. */
function imageOf(calledAt: Instant): Image {
  return { specified: undefined, resolved: undefined, resolvedAt: calledAt + 700 };
}

/** Whether the endpoint serves that configuration, in service, with nothing pending. */
export function serves(snapshot: Snapshot | undefined, config: string): boolean {
  return snapshot?.status === 'InService' && snapshot.configName === config && !snapshot.pending;
}

function isBusy({ status }: Snapshot): boolean {
  return !['InService', 'UpdateRollbackFailed', 'Failed'].includes(status);
}

function fleet(current: number, status?: { status: string; since: Instant }): Variant {
  return {
    name: 'AllTraffic',
    currentInstances: current,
    desiredInstances: 3,
    currentWeight: 1,
    instanceType: undefined,
    images: [],
    statuses: status ? [status] : [],
  };
}

/** StartTime comes in whole seconds. */
function wholeSecond(instant: Instant): Instant {
  return 1000 * Math.floor(instant / 1000);
}

function refusal(code: ProblemCode): Problem {
  return new Problem(code, phrase`SageMaker refuses: ${code}.`, {
    remedy: phrase`None, in a model.`,
  });
}
