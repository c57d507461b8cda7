import { jest } from "@jest/globals";
import { graphql } from "lightning/graphql";
import { getRecord, notifyRecordUpdateAvailable } from "lightning/uiRecordApi";
import PwGuidance from "../pwGuidance.ts";
import { dataOf, recordId, recordOf, type Parts } from "./answers.ts";
import { allOf, renderComponent, settled } from "./renderComponent.ts";

jest.mock("c/pwStageGuide", () => jest.requireActual("./noStageGuide.ts"));

/** What the test adapters of wires offer. */
interface TestWire {
    emit(data: unknown, filter?: undefined, refresh?: () => Promise<void>): void;
    emitError(error: { body: unknown }): void;
    emitErrors(errors: readonly { message: string }[]): void;
    getLastConfig(): Readonly<Record<string, unknown>>;
}

export const records = getRecord as unknown as TestWire;
export const answers = graphql as unknown as TestWire;
export const refresh = jest.fn<() => Promise<void>>();

/** Half past midnight on New Year's Day in Taipei; still the old year in Greenwich. */
export const newYear = new Date("2025-12-31T16:30:00Z");

/** A panel that looks again every 30 seconds of a clock that only tests move. */
export async function openPanel(): Promise<HTMLElement> {
    jest.useFakeTimers({ now: newYear, doNotFake: ["queueMicrotask", "nextTick"] });
    jest.clearAllMocks();
    refresh.mockResolvedValue(undefined);
    jest.mocked(notifyRecordUpdateAvailable).mockResolvedValue(undefined);
    return renderComponent("c-pw-guidance", PwGuidance, { recordId, refreshSeconds: 30 });
}

export function closePanel(): void {
    document.body.replaceChildren();
    jest.useRealTimers();
}

/** Both wires speak. */
export async function show(fields: Readonly<Record<string, unknown>> = {}, parts: Parts = {}): Promise<void> {
    records.emit(recordOf(fields));
    await answer(parts);
    refresh.mockClear();
}

export async function answer(parts: Parts = {}): Promise<void> {
    answers.emit(dataOf(parts), undefined, refresh);
    await settled();
}

export async function pass(seconds: number): Promise<void> {
    jest.advanceTimersByTime(seconds * 1000);
    await settled();
}

export function headings(panel: Element): string[] {
    return allOf(panel, "h3, h4").map((heading) => heading.textContent ?? "");
}

export function gapsShown(panel: Element): string[] {
    return allOf(panel, "article").map((gap) =>
        [
            allOf(gap, "h4")[0]?.textContent,
            ...allOf(gap, "lightning-badge").map((badge) => (badge as unknown as { label: string }).label)
        ].join(" | ")
    );
}
