import type { FoundPackage } from '../../simulator/sagemaker/seed-others.ts';
import type { Asked } from './asked.ts';
import type { Rule } from './preflight-rules.ts';

/** A package that is found so is asked for. */
function packaged(found: FoundPackage): Asked {
  return {
    inputs: { 'endpoint-config-name': '', 'model-package': 'fraud/7' },
    arrange: ({ sagemaker }) => void sagemaker.addModelPackage('fraud', 7, found),
  };
}

function supporting(type: 'ml.c5.large' | 'ml.m5.xlarge'): Asked {
  const Containers = [{ Image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud:7' }];
  return packaged({
    InferenceSpecification: { Containers, SupportedRealtimeInferenceInstanceTypes: [type] },
  });
}

/** The first deployment of a package. */
function first(role: Readonly<Record<string, string>>): Asked {
  const variant = {
    VariantName: 'AllTraffic',
    ModelPackage: 'fraud/7',
    InstanceType: 'ml.m5.xlarge',
    InitialInstanceCount: 1,
  };
  return {
    ...packaged({}),
    scenario: 'endpoint-missing',
    inputs: {
      'endpoint-config-name': '',
      'endpoint-config-file': 'endpoint.json',
      'create-endpoint': 'true',
      ...role,
    },
    files: { 'endpoint.json': JSON.stringify({ ProductionVariants: [variant] }) },
  };
}

/** Rules about packages of the model registry, and the models that are made of them. */
export const packageRules: readonly Rule[] = [
  {
    id: 'package-approved',
    level: 'error',
    trips: packaged({ ModelApprovalStatus: 'Rejected' }),
    passes: packaged({}),
  },
  {
    id: 'package-complete',
    level: 'error',
    trips: packaged({ ModelPackageStatus: 'InProgress' }),
    passes: packaged({}),
  },
  {
    id: 'package-instance-type',
    level: 'warning',
    trips: supporting('ml.c5.large'),
    passes: supporting('ml.m5.xlarge'),
  },
  {
    id: 'model-role',
    level: 'error',
    trips: first({}),
    passes: first({ 'execution-role-arn': 'arn:aws:iam::123456789012:role/sagemaker' }),
  },
];
