import { jest } from '@jest/globals';

/**
 * Journeys run real processes, and on a machine that stands still for a moment simulated time can
 * run ahead of one of them. What is really broken fails again; each failure is logged.
 */
jest.retryTimes(2, { logErrorsBeforeRetry: true });
