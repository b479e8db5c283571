/** Why a run did not end well: the output `cause`. */
export type CauseKind =
  | 'alarm'
  | 'guardrail'
  | 'container'
  | 'model-data'
  | 'capacity'
  | 'quota'
  | 'permission'
  | 'throttled'
  | 'timeout'
  | 'smoke-test'
  | 'aborted'
  | 'superseded'
  | 'cancelled'
  | 'input'
  | 'preflight'
  | 'other'
  | 'unknown';
