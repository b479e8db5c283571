import { jest } from '@jest/globals';

/**
 * Journeys run real processes, and a machine may stand still for a moment. What is really broken
 * fails again; each failure is logged.
 */
jest.retryTimes(2, { logErrorsBeforeRetry: true });
