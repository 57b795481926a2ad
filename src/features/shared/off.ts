/** A feature of the Operator that is switched off by name, because the Operator has it on by default. */
export const OFF = { enabled: false } as const;
