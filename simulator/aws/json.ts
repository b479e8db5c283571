/** Members that are floating point in the API and therefore never written as integers. */
const floats = new Set(['CurrentWeight', 'DesiredWeight', 'InitialVariantWeight']);

/**
 * JSON as SageMaker writes it: compact, absent members absent, times as `1.681334228544E9`
 * (seconds since 1970, from a Java double) and weights, which are single floats, as `1.0` or
 * `0.10000000149011612`. A time is a Date here.
 */
export function toJson(value: unknown, member = ''): string {
  if (value instanceof Date) return javaDouble(value.getTime() / 1000);
  if (typeof value === 'number')
    return floats.has(member) ? javaDouble(Math.fround(value)) : String(value);
  if (Array.isArray(value)) return `[${value.map((each) => toJson(each, member)).join(',')}]`;
  if (typeof value === 'object' && value !== null) return objectToJson(value);
  return JSON.stringify(value);
}

function objectToJson(value: object): string {
  const members = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${members.map(([name, each]) => `${JSON.stringify(name)}:${toJson(each, name)}`).join(',')}}`;
}

/** Java's Double.toString: scientific from ten million on, and always a decimal point. */
export function javaDouble(value: number): string {
  const plain = Math.abs(value) < 1e7;
  const [digits = '0', exponent = '0'] = plain
    ? [String(value)]
    : value.toExponential().split('e+');
  const point = digits.includes('.') ? digits : `${digits}.0`;
  return plain ? point : `${point}E${exponent}`;
}
