import { types } from 'node:util';
import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

/**
 * Jest's own environment, in a context whose global object is an ordinary one: its names are looked
 * up without asking Node each time, and what is tested in one process takes two thirds of the time.
 */
export default class PlainEnvironment extends TestEnvironment {
  constructor(...given) {
    const { createContext } = vm;
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(...given);
    } finally {
      vm.createContext = createContext;
    }
    countNativeErrors(this.global.Error);
  }
}

/**
 * Node's own errors are of another realm than the tests' `Error`, and the SDK wraps what is no Error:
 * here they count as what they are.
 */
function countNativeErrors(TheirError) {
  const inherited = Function.prototype[Symbol.hasInstance];
  Object.defineProperty(TheirError, Symbol.hasInstance, {
    value(thrown) {
      return this === TheirError ? types.isNativeError(thrown) : inherited.call(this, thrown);
    },
  });
}
