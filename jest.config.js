import { availableParallelism } from 'node:os';

export default {
  runtime: '<rootDir>/scripts/jest/runtime.js',
  testEnvironment: '<rootDir>/scripts/jest/environment.js',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {},
  modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/dist/'],
  // Nothing here depends on how quick the machine is: this ends what hangs.
  testTimeout: 600_000,
  // Journeys wait for their processes now and then: another test goes on meanwhile.
  maxWorkers: Math.ceil(1.5 * availableParallelism()),
  testSequencer: '<rootDir>/scripts/jest/slow-first.js',
  reporters: ['default', 'summary', '<rootDir>/scripts/jest/closing-line.js'],
};
