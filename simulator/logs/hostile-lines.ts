/** CloudWatch Logs takes an event of up to 256 KB. */
const longest = 256 * 1024;

/** Lines that a failure would be recognized by, with what must not act in them wherever they are shown. */
export const hostileLines: readonly string[] = [
  'Traceback (most recent call last): # Deployed\n\n| a | b |\n|---|---|\n![x](https://evil.example/x.png)',
  'ImportError: <img src=x onerror=alert(1)> <script>alert(1)</script> </details><!-- --> -->',
  '::error file=serve.py::ImportError: a forged annotation',
  '::set-output name=outcome::deployed',
  '::add-mask::fraud-prod',
  '##[error]ImportError: a forged annotation of the older kind',
  'ImportError: ask @octocat and @acme/everyone, closes #1, see https://evil.example/',
  'ImportError: ``` ~~~ **bold** [click](javascript:alert(1)) ```suggestion',
  '\u001b[31mImportError:\u001b[0m \u001b]8;;https://evil.example/\u0007link\u001b]8;;\u0007 \u001b[2J\u001b[1A',
  'CUDA out of memory: aws_access_key_id=AKIAIOSFODNN7EXAMPLE aws_secret_access_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  'RuntimeError: Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJmcmF1ZCJ9.c2lnbmF0dXJlLW9mLW5vLW9uZQ',
  'RuntimeError: postgres://fraud:hunter2@db.internal/fraud password=hunter2 token="hunter2"',
  'ImportError: \u202edeyolped\u202c \u2066hidden\u2069 \u200bzero\u200bwidth \u0000\u0007\u0008\r overwritten \u2028 next \u2029 end',
  'ImportError: \ud83d alone, and \ufffe\uffff',
  `No space left on device: ${'x'.repeat(longest - 25)}`,
];
