/** What LWC asks of a wire adapter. */
export interface WireAdapter<Config> {
    connect(): void;
    disconnect(): void;
    update(config: Config): void;
}

/** Keeps one wire: asks when its configuration changes or when told to, and hands on the newest answer only. */
export class Wire<Config, Result> implements WireAdapter<Config> {
    private config: Config | undefined;
    private asked = "";
    private round = 0;
    private readonly emit: (result: Result) => void;
    private readonly fetch: (config: Config) => Promise<Result> | null;
    private readonly connected: Set<Wire<Config, Result>>;

    /** `fetch` gives null while the configuration lacks what is needed. `connected` holds the wires on the page. */
    constructor(
        emit: (result: Result) => void,
        fetch: (config: Config) => Promise<Result> | null,
        connected: Set<Wire<Config, Result>>
    ) {
        this.emit = emit;
        this.fetch = fetch;
        this.connected = connected;
    }

    /** An element that is moved is taken out and put in again: what it asked for and what changed meanwhile is asked anew. */
    connect(): void {
        this.connected.add(this);
        void this.ask();
    }

    disconnect(): void {
        this.connected.delete(this);
        this.round += 1;
    }

    update(config: Config): void {
        const asked = JSON.stringify(config);
        if (asked === this.asked) {
            return;
        }
        [this.config, this.asked] = [config, asked];
        void this.ask();
    }

    /** True when the wire's configuration is one of those meant. */
    asksFor(isMeant: (config: Config) => boolean): boolean {
        return this.config !== undefined && isMeant(this.config);
    }

    /** Settles once the wire has the answer. */
    async ask(): Promise<void> {
        if (this.config === undefined) {
            return;
        }
        this.round += 1;
        const round = this.round;
        const result = await this.fetch(this.config);
        if (result !== null && round === this.round) {
            this.emit(result);
        }
    }
}
