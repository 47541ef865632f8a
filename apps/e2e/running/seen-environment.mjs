import { TestEnvironment } from 'jest-environment-node';

/** When a step fails, what everybody had on the screen says more than the line that waited in vain. */
export default class SeenEnvironment extends TestEnvironment {
  async handleTestEvent(event) {
    if (event.name === 'test_fn_failure') await this.global.tellWhatIsSeen?.();
  }
}
