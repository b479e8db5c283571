import type { Tag } from '../tags.ts';
import { phrase } from '../text/phrase.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';

/** CloudFormation puts this tag itself: no one else can. */
const stackKey = 'aws:cloudformation:stack-name';

/** An update behind the back of a tool that keeps a state of its own is drift to it, which it may undo. */
export function otherToolsKnow({ tags }: Facts): readonly Finding[] {
  const stack = tags.find(({ Key }) => Key === stackKey);
  if (stack) return [ofCloudFormation(stack)];
  const terraform = tags.find(saysTerraform);
  return terraform ? [ofTerraform(terraform)] : [];
}

/** Terraform leaves no mark of its own: people write such tags, as `managed-by: terraform`. */
function saysTerraform({ Key, Value }: Tag): boolean {
  const names = /terraform|opentofu|terragrunt/i;
  return names.test(Value) || (names.test(Key) && !/^(false|no|0)$/i.test(Value));
}

function ofTerraform({ Key, Value }: Tag): Finding {
  return {
    id: 'managed-by-terraform',
    level: 'remark',
    seen: phrase`The endpoint's tag ${Key}: ${Value} says that Terraform manages it.`,
    why: phrase`Unless its resource ignores what this action changes, the next apply undoes this rollout, or replaces the endpoint.`,
    remedy: phrase`No action needed if the resource has \`ignore_changes\` as docs/terraform.md of this action says; otherwise add them.`,
  };
}

function ofCloudFormation({ Value }: Tag): Finding {
  return {
    id: 'managed-by-cloudformation',
    level: 'remark',
    seen: phrase`The endpoint belongs to the CloudFormation stack ${Value}.`,
    why: phrase`To the stack this rollout is drift: its next update of this endpoint rolls out the configuration that its template names.`,
    remedy: phrase`Let one of the two roll out: leave EndpointConfigName in the template as it is, or change it there only.`,
  };
}
