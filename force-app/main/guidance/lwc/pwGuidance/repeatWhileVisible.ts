const secondInMilliseconds = 1000;
const defaultSeconds = 60;
const fewestSeconds = 10;

/**
 * Calls `act` every so many seconds while the page is visible, and at once when it is shown again after a
 * longer while. `seconds` is asked each time; what is no number of at least 10 counts as 60, so that a
 * mistyped setting does not burden the org. Returns what ends it.
 */
export function repeatWhileVisible(seconds: () => unknown, act: () => void): () => void {
    let last = Date.now();
    const actWhenDue = (): void => {
        if (document.visibilityState === "visible" && Date.now() - last >= every(seconds()) * secondInMilliseconds) {
            last = Date.now();
            act();
        }
    };
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- ended by the function that is returned
    const timer = setInterval(actWhenDue, secondInMilliseconds);
    document.addEventListener("visibilitychange", actWhenDue);
    return () => {
        clearInterval(timer);
        document.removeEventListener("visibilitychange", actWhenDue);
    };
}

function every(seconds: unknown): number {
    const number = Number(seconds);
    return number >= fewestSeconds ? number : defaultSeconds;
}
