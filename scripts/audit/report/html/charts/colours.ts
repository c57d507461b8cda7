/** Each at least 3:1 against white. Every figure also stands in words, so no colour carries a meaning alone. */
export const colours = {
    met: "#2a8560",
    toMend: "#ad3d08",
    toMendClosed: "#cf7442",
    cannotTell: "#8791a0",
    open: "#1f5fbf",
    won: "#2a8560",
    lost: "#8791a0"
} as const;
