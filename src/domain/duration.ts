import { type Phrase, phrase } from './text/phrase.ts';

/** A duration in words of at most two units: `45 s`, `5 min`, `9 min 44 s`, `1 h 30 min`. */
export function durationText(seconds: number): Phrase {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [
    Math.floor(whole / 3600),
    Math.floor((whole % 3600) / 60),
    whole % 60,
  ];
  if (hours > 0) return minutes > 0 ? phrase`${hours} h ${minutes} min` : phrase`${hours} h`;
  if (minutes > 0) return rest > 0 ? phrase`${minutes} min ${rest} s` : phrase`${minutes} min`;
  return phrase`${rest} s`;
}
