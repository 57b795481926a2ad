/** Something that the chart and we do in two ways, or that one of the two does not do at all, and why. */
export type Difference = readonly [where: string, what: string, charts: string | undefined, ours: string | undefined, reason: string];
