import { describe, expect, it } from '@jest/globals';
import { type Course, type Manners, ModelEndpoint } from './model-endpoint.ts';
import { VirtualTime } from './virtual-time.ts';

const manners: Manners = {
  rollbackStatus: 'RollingBack',
  lastStep: 'none',
  rollbackModifies: false,
  rollbackNames: 'requested',
  brokenStaysPending: false,
  interludeModifies: false,
};
const course: Course = {
  showsAfter: 3,
  provisioning: 100,
  bake: 60,
  ending: 'success',
  turnsIn: 1,
  turning: 30,
  reason: 'alarm',
};

function model(told: Partial<Course> = {}): { time: VirtualTime; endpoint: ModelEndpoint } {
  const time = new VirtualTime(0);
  const endpoint = new ModelEndpoint(time, { manners, courses: [{ ...course, ...told }] }, {});
  return { time, endpoint };
}

/** What was true, as `seconds status serving/pending`. */
function told({ versions }: ModelEndpoint): readonly string[] {
  return versions
    .slice(1)
    .map(({ since, snapshot }) =>
      snapshot
        ? `${since / 1000} ${snapshot.status} ${snapshot.configName}/${snapshot.pending?.configName ?? '-'}`
        : `${since / 1000} absent`,
    );
}

describe('the model of an endpoint', () => {
  it('serves the old configuration until an update has succeeded', async () => {
    const { time, endpoint } = model();
    endpoint.update('v2', 'me');
    await time.pass(1000);
    expect(told(endpoint)).toEqual([
      '0 Updating v1/-',
      '3 Updating v1/v2',
      '103 Updating v1/v2',
      '163 Updating v1/v2',
      '223 InService v2/-',
    ]);
  });

  it('is in service on the old configuration after a rollback, with the reason', async () => {
    const { time, endpoint } = model({ ending: 'rollback' });
    endpoint.update('v2', 'me');
    await time.pass(1000);
    expect(told(endpoint).slice(3)).toEqual(['163 RollingBack v1/v2', '193 InService v1/-']);
    expect(endpoint.now?.failureReason).toContain('[fraud-5xx]');
    expect(endpoint.updates).toMatchObject([{ by: 'me', ending: 'rolled-back', endedAt: 193_000 }]);
  });

  it('refuses an update while one runs, while it scales, and when it has failed', async () => {
    const { time, endpoint } = model({ ending: 'broken-rollback' });
    endpoint.interlude('Updating', 10);
    expect(() => endpoint.update('v2', 'me')).toThrow('update-in-progress');
    await time.pass(20);
    endpoint.update('v2', 'me');
    expect(() => endpoint.update('v3', 'you')).toThrow('update-in-progress');
    expect(() => endpoint.delete()).toThrow('update-in-progress');
    await time.pass(1000);
    expect(endpoint.now?.status).toBe('UpdateRollbackFailed');
    endpoint.delete();
    await time.pass(30);
    expect(() => endpoint.update('v2', 'me')).toThrow('endpoint-not-found');
    endpoint.create('v2', 'me');
    await time.pass(1000);
    expect(() => endpoint.update('v2', 'me')).toThrow('refused');
  });

  it('knows how it was at any time', async () => {
    const { time, endpoint } = model();
    endpoint.update('v2', 'me');
    await time.pass(1000);
    expect(endpoint.versionAt(222_999)?.snapshot?.configName).toBe('v1');
    expect(endpoint.versionAt(223_000)?.snapshot?.configName).toBe('v2');
    expect(endpoint.between(150_000, 170_000)).toHaveLength(2);
  });
});

describe('virtual time', () => {
  it('passes when everybody waits, in the order of the appointments', async () => {
    const time = new VirtualTime(0);
    const kept: string[] = [];
    const wait = async (name: string, seconds: number) => {
      await time.sleep(seconds);
      kept.push(`${name} at ${time.now() / 1000}`);
    };
    await time.until(Promise.all([wait('late', 20), wait('soon', 5), wait('soon too', 5)]));
    expect(kept).toEqual(['soon at 5', 'soon too at 5', 'late at 20']);
  });

  it('a sleep ends when its signal is aborted', async () => {
    const time = new VirtualTime(0);
    const controller = new AbortController();
    time.at(3000, () => controller.abort(new Error('enough')));
    await expect(time.until(time.sleep(60, controller.signal))).rejects.toThrow('enough');
    expect(time.now()).toBe(3000);
  });

  it('tells when everybody waits for nothing', async () => {
    const forever = new VirtualTime(0).until(new Promise(() => {}));
    await expect(forever).rejects.toThrow('no one for the time');
  });
});
