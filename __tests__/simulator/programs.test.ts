import { beforeEach, describe, expect, it } from '@jest/globals';
import { monday, SimulatedClock } from '../../simulator/clock.ts';
import { Programs } from '../../simulator/programs.ts';

describe('programs in one time', () => {
  let programs: Programs;
  let told: string[];
  beforeEach(() => {
    programs = new Programs(new SimulatedClock());
    told = [];
  });

  /** A program that waits so long and says when it was woken, in milliseconds. */
  async function waits(name: string, milliseconds: number): Promise<void> {
    const now = await programs.wait(monday + milliseconds);
    told.push(`${name} ${now - monday}`);
  }

  it('pass it alone, where no one has joined', async () => {
    await waits('one', 500);
    expect(told).toEqual(['one 500']);
  });

  it('wait for each other, and for the one that waits for less', async () => {
    programs.join();
    programs.join();
    const first = waits('one', 500);
    await Promise.resolve();
    expect(told).toEqual([]);
    await Promise.all([first, waits('other', 200)]);
    expect(told).toEqual(['one 200', 'other 200']);
  });

  it('wait no more for one that has left', async () => {
    programs.join();
    const leave = programs.join();
    const first = waits('one', 500);
    leave();
    await first;
    expect(told).toEqual(['one 500']);
  });
});
