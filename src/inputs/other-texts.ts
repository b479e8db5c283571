import { type Phrase, phrase } from '../domain/text/phrase.ts';

/** What people give in place of YAML or JSON; YAML takes much of it for something. */
const others: readonly {
  readonly isIt: (text: string) => boolean;
  readonly rule: (shape: Phrase) => Phrase;
}[] = [
  {
    isIt: isOnlyPython,
    rule: () => phrase`is Python's repr and not JSON: write it with json.dumps(…, default=str).`,
  },
  {
    isIt: (text) =>
      /^(\s|(#|\/\/).*\n)*(data|locals|module|output|provider|resource|terraform|variable)(\s+"[^"\n]*")*\s*\{/.test(
        text,
      ),
    rule: () => terraform,
  },
  {
    isIt: (text) => /^\s*<[!?a-z]/i.test(text),
    rule: (shape) => phrase`is HTML or XML: give YAML or JSON in the shape of ${shape}.`,
  },
];

export const terraform = phrase`is a Terraform configuration: give the endpoint configuration itself, such as \`aws sagemaker describe-endpoint-config\` prints it.`;

/** What a text is instead of YAML or JSON: follows on the input's name. */
export function otherText(text: string, shape: Phrase): Phrase | undefined {
  return others.find(({ isIt }) => isIt(text))?.rule(shape);
}

/** A dictionary with words that YAML takes for strings; one without is YAML too, with the same meaning. */
function isOnlyPython(text: string): boolean {
  if (!/^\s*[[{][\s[{]*'/.test(text)) return false;
  return /\bNone\b|\bdatetime\.datetime\(/.test(text.replaceAll(/'(?:[^'\\]|\\.)*'|"[^"]*"/g, ''));
}
