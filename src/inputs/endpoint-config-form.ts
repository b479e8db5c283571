import { createEndpointConfig } from '../domain/api/create-endpoint-config.ts';
import { createModel } from '../domain/api/create-model.ts';
import { type Shape, type Structure, text } from '../domain/api/shape.ts';

/** What a variant may hold in place of `ModelName`: the model itself, which the action creates. */
const ofVariants: Readonly<Record<string, Shape>> = {
  Model: createModel,
  ModelPackage: text('ModelPackage'),
};

/** CreateEndpointConfig as a file may have it: a model stands in the variant that it is for. */
export const endpointConfigForm: Structure = {
  ...createEndpointConfig,
  members: Object.fromEntries(
    Object.entries(createEndpointConfig.members).map(([name, shape]) => [
      name,
      name.endsWith('ProductionVariants') ? withModels(shape) : shape,
    ]),
  ),
};

function withModels(variants: Shape): Shape {
  if (variants.kind !== 'list' || variants.item.kind !== 'structure') return variants;
  const { item } = variants;
  return { ...variants, item: { ...item, members: { ...item.members, ...ofVariants } } };
}
