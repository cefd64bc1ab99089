<?php
// Checks and reads the popup URLs of Ringcue: docs/receivers.md, "Authenticated URLs". PHP 8 with OpenSSL.

// --- signature ---

/** Seconds for which a URL is good, and by which clocks may differ. */
const RINGCUE_LONGEST = 300;

/** Remembers nonces in files, as long as their URL is good. For several servers: Redis, `SET nonce 1 NX EX 600`. */
function ringcue_is_first(string $nonce, int $now): bool {
    $folder = getenv('RINGCUE_NONCES') ?: sys_get_temp_dir() . '/ringcue-nonces';
    if (!is_dir($folder)) {
        @mkdir($folder, 0700, true);
    }
    foreach (glob("$folder/*") as $old) {
        if (@filemtime($old) < $now - 2 * RINGCUE_LONGEST) {
            @unlink($old);
        }
    }
    // "x" fails where the file exists: two requests at once cannot both be the first.
    return @fopen("$folder/" . hash('sha256', $nonce), 'x') !== false;
}

// --- base64url ---

function ringcue_base64url(string $bytes): string {
    return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
}

// --- signature ---

/**
 * @param string $url as the browser asked for it: your own origin and $_SERVER['REQUEST_URI']
 * @param array $keys key ID to signing key
 * @return array the parameters, percent-decoded
 */
function ringcue_verify(string $url, array $keys, ?int $now = null): array {
    $now ??= time();
    $end = strrpos($url, '&rc_signature=');
    if ($end === false) {
        throw new RuntimeException('no signature');
    }
    $signed = substr($url, 0, $end);
    parse_str(substr($signed, strpos($signed, '?') + 1), $parameters);
    $key = $keys[$parameters['rc_key'] ?? ''] ?? null;
    if ($key === null) {
        throw new RuntimeException('unknown key');
    }
    $own = ringcue_base64url(hash_hmac('sha256', "ringcue-v1\n$signed", $key, true));
    if (!hash_equals($own, substr($url, $end + strlen('&rc_signature=')))) {
        throw new RuntimeException('changed');
    }
    if (abs($now - (int) $parameters['rc_time']) > RINGCUE_LONGEST) {
        throw new RuntimeException('too old');
    }
    if (!ringcue_is_first($parameters['rc_nonce'], $now)) {
        throw new RuntimeException('seen before');
    }
    return $parameters;
}

// --- aes256gcm ---

/** Reads one encrypted parameter, by default all of them in `data`. The key has 32 bytes. */
function ringcue_decrypt(string $value, string $key, string $name = 'data'): string {
    $bytes = base64_decode(strtr($value, '-_', '+/'));
    // base64url has bits that no byte uses: only one way of writing is taken.
    if ($bytes === false || ringcue_base64url($bytes) !== $value || strlen($bytes) < 28) {
        throw new RuntimeException('not encrypted');
    }
    $text = openssl_decrypt(
        substr($bytes, 12, -16), 'aes-256-gcm', $key, OPENSSL_RAW_DATA, substr($bytes, 0, 12), substr($bytes, -16), $name
    );
    if ($text === false) {
        throw new RuntimeException('changed');
    }
    return $text;
}

// --- aes256cbc ---

/** Reads the bytes of one encrypted parameter; without an IV their first 16 are it. Treat what it returns as untrusted. */
function ringcue_decrypt_cbc(string $bytes, string $key, ?string $iv = null): string {
    $text = openssl_decrypt(
        $iv === null ? substr($bytes, 16) : $bytes, 'aes-256-cbc', $key, OPENSSL_RAW_DATA, $iv ?? substr($bytes, 0, 16)
    );
    if ($text === false) {
        throw new RuntimeException('not encrypted with this key');
    }
    return $text;
}

// --- test ---

// For a test: a line of base64 for each URL, or for each value of `data` where nothing is signed.
$key = getenv('RINGCUE_KEY');
$signing = getenv('RINGCUE_SIGNING_KEY');
while (($line = fgets(STDIN)) !== false) {
    try {
        $data = base64_decode(trim($line));
        $parameters = [];
        if ($signing) {
            $parameters = ringcue_verify($data, [getenv('RINGCUE_KEY_ID') => $signing]);
            $data = $parameters['data'] ?? '';
        }
        if ($key) {
            parse_str(ringcue_decrypt($data, hash('sha256', $key, true)), $parameters);
        }
        echo json_encode(['parameters' => $parameters]), "\n";
    } catch (Throwable $error) {
        echo json_encode(['refused' => $error->getMessage()]), "\n";
    }
}
