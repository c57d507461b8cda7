/** As refusals name things: whole, or cut where it is so long that nobody would read on. */
export function shortened(text: string): string {
    const longest = 120;
    const letters = [...text];
    return letters.length <= longest ? text : `${letters.slice(0, longest).join("")}…`;
}
