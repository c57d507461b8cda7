/** The ten standard stages by where the repository's overlay puts them, written out by hand: lost is 0, won 9. */
export const stageAt: readonly string[] = [
    "Closed Lost",
    "Prospecting",
    "Qualification",
    "Needs Analysis",
    "Value Proposition",
    "Id. Decision Makers",
    "Perception Analysis",
    "Proposal/Price Quote",
    "Negotiation/Review",
    "Closed Won"
];

export const lost = 0;
export const won = 9;

export function stageNamed(position: number): string {
    const stage = stageAt[position];
    if (stage === undefined) throw new Error(`No stage stands at ${position}.`);
    return stage;
}
