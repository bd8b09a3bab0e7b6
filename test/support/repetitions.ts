/**
 * How often what is random or interrupted is repeated: fewer times by `npm test` on a person's machine than by `.ci/run`.
 * `npm run test:faults`, `test:races` and `test:properties` repeat it for as long as they are asked to.
 */
export const repetitions =
  process.env.CI === undefined
    ? { databaseKills: 3, raceRounds: 150, graphs: 100 }
    : { databaseKills: 10, raceRounds: 500, graphs: 300 };
