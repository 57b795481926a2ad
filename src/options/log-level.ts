/** How much an Agent writes to its log. */
export enum LogLevel {
  /** Everything, which is a lot. */
  TRACE = 'trace',
  /** What helps to find a fault. */
  DEBUG = 'debug',
  /** What the Agent does. */
  INFO = 'info',
  /** What may need attention. */
  WARN = 'warn',
  /** What failed. */
  ERROR = 'error',
  /** What keeps the Agent from working. */
  CRITICAL = 'critical',
  /** Nothing. */
  OFF = 'off',
}
