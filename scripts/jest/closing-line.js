/** A jest reporter that closes the run with one plain line: `212 passed, 0 failed`. */
export default class ClosingLine {
  onRunComplete(_contexts, results) {
    const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = results;
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
    process.stderr.write(`${numPassedTests} passed, ${failed} failed${skipped}\n`);
  }
}
