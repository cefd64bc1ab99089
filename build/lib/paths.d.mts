export declare const root: string;
export declare const cacheFolder: string;
export declare function say(text: string): void;
