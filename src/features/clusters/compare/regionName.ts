/** 沈阳市铁西区: counties of one name are many, and their city tells them apart. */
export const fullName = ({ cityName, name }: { cityName: string | null; name: string }) => `${cityName ?? ''}${name}`
