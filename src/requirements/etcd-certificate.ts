import { ViolationError } from '../base/violation';
import { OPENSHIFT_CLI } from '../facts/openshift';

/** Five fields, or one of the names for them, as the CronJob controller reads them. */
const SCHEDULE = /^(@(yearly|annually|monthly|weekly|daily|midnight|hourly|every \S+)|([\d*/,A-Za-z?-]+\s+){4}[\d*/,A-Za-z?-]+)$/;

export function requireSchedule(schedule: string): string {
  if (SCHEDULE.test(schedule)) return schedule;
  throw new ViolationError({
    rule: 'kubernetes/cron-schedule',
    reason: `'schedule' is '${schedule}', which is no schedule of a CronJob: five fields for minute, hour, day, month and weekday`,
    remedy: "Write it like '*/10 * * * *', every ten minutes, or '@hourly'",
    link: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax',
  });
}

/** A name of an image; whether it is there, only the cluster knows. */
export function requireImage(image: string): string {
  if (/^[A-Za-z0-9][^\s]*$/.test(image) && !image.includes('://')) return image;
  throw new ViolationError({
    rule: 'kubernetes/image-name',
    reason: `'image' is '${image}', which is no name of an image`,
    remedy: `Write registry, name and tag, for example '${OPENSHIFT_CLI.otherImage}'`,
    link: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  });
}
