/** Stands in for `lightning/refresh`: a page here has one view, so that every handler belongs to it. */
type Handler = () => Promise<boolean>;

const handlers = new Map<number, Handler>();
let last = 0;

export function registerRefreshHandler(_element: object, handler: Handler): number {
    last += 1;
    handlers.set(last, handler);
    return last;
}

export function unregisterRefreshHandler(handle: number): void {
    handlers.delete(handle);
}

/** What Lightning does after a save on the page: every component that registered looks again. */
export async function refreshView(): Promise<void> {
    await Promise.all([...handlers.values()].map((handler) => handler()));
}
