import { name, url } from '../account/names.ts';
import type { RestOperation } from '../aws/rest-json-protocol.ts';
import { blob, type Structure, structure, text } from '../aws/shape.ts';

const header = text(1024, '\\p{ASCII}*');

/** What a request may hold, as AWS's service model of 2026-08 has it. */
export const requests: Readonly<Record<'InvokeEndpoint' | 'InvokeEndpointAsync', Structure>> = {
  InvokeEndpoint: structure({
    'EndpointName!': name,
    'Body!': blob(6_291_456),
    ContentType: header,
    Accept: header,
    TargetVariant: name,
    TargetModel: text(1024, '\\S[\\p{Print}]*', 1),
    InferenceComponentName: name,
  }),
  InvokeEndpointAsync: structure({
    'EndpointName!': name,
    'InputLocation!': url,
    ContentType: header,
    Accept: header,
  }),
};

/** Where each member stands in HTTP. */
export const operations: Readonly<Record<keyof typeof requests, RestOperation>> = {
  InvokeEndpoint: {
    method: 'POST',
    path: /^\/endpoints\/(?<EndpointName>[^/]+)\/invocations$/,
    headers: {
      ContentType: 'Content-Type',
      Accept: 'Accept',
      TargetVariant: 'X-Amzn-SageMaker-Target-Variant',
      TargetModel: 'X-Amzn-SageMaker-Target-Model',
      InferenceComponentName: 'X-Amzn-SageMaker-Inference-Component',
    },
    payload: 'Body',
    answer: {
      status: 200,
      headers: {
        ContentType: 'Content-Type',
        InvokedProductionVariant: 'x-Amzn-Invoked-Production-Variant',
      },
      payload: 'Body',
    },
  },
  InvokeEndpointAsync: {
    method: 'POST',
    path: /^\/endpoints\/(?<EndpointName>[^/]+)\/async-invocations$/,
    headers: {
      InputLocation: 'X-Amzn-SageMaker-InputLocation',
      ContentType: 'X-Amzn-SageMaker-Content-Type',
      Accept: 'X-Amzn-SageMaker-Accept',
    },
    answer: {
      status: 202,
      headers: { OutputLocation: 'X-Amzn-SageMaker-OutputLocation' },
    },
  },
};
