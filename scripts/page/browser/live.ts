/** Calls back each time records of the org changed, whoever changed them; returns what ends it. */
export function onChange(changed: () => void): () => void {
    const events = new EventSource("/events");
    events.addEventListener("changed", changed);
    return () => events.close();
}
