/** The package declares its matcher for Jest's globals; tests here import from @jest/globals. */
import "expect";

declare module "expect" {
    interface Matchers<R extends void | Promise<void>> {
        toBeAccessible(): Promise<R>;
    }
}
