# Checks and reads the popup URLs of Ringcue: docs/receivers.md, "Authenticated URLs". Python 3.9 with the package
# cryptography (Debian: python3-cryptography) where they are encrypted.
import base64, hashlib, hmac, json, os, sys, time
from urllib.parse import parse_qsl

# --- signature ---

LONGEST = 300  # Seconds for which a URL is good, and by which clocks may differ.
seen = {}


def is_first(nonce, now):
    """Remembers nonces as long as their URL is good. For several servers: Redis, `SET nonce 1 NX EX 600`."""
    for old in [old for old, until in seen.items() if until < now]:
        del seen[old]
    if nonce in seen:
        return False
    seen[nonce] = now + 2 * LONGEST
    return True


# --- base64url ---


def base64url(raw):
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


# --- pairs ---


def pairs(query):
    return dict(parse_qsl(query, keep_blank_values=True))


# --- signature ---


def verify(url, keys, now=None):
    """The parameters, percent-decoded.

    url: as the browser asked for it, not decoded: your own origin, the path and QUERY_STRING
    keys: key ID to signing key
    """
    now = int(time.time()) if now is None else now
    signed, mark, given = url.rpartition("&rc_signature=")
    if mark == "":
        raise ValueError("no signature")
    parameters = pairs(signed.partition("?")[2])
    key = keys.get(parameters.get("rc_key"))
    if key is None:
        raise ValueError("unknown key")
    text = b"ringcue-v1\n" + signed.encode("latin-1")
    own = base64url(hmac.new(key.encode(), text, hashlib.sha256).digest())
    if not hmac.compare_digest(own.encode(), given.encode("latin-1")):
        raise ValueError("changed")
    if abs(now - int(parameters["rc_time"])) > LONGEST:
        raise ValueError("too old")
    if not is_first(parameters["rc_nonce"], now):
        raise ValueError("seen before")
    return parameters


# --- aes256gcm ---


def decrypt(value, key, name="data"):
    """Reads one encrypted parameter, by default all of them in `data`. The key has 32 bytes."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    raw = base64.urlsafe_b64decode(value + "=" * (-len(value) % 4))
    # base64url has bits that no byte uses: only one way of writing is taken.
    if base64url(raw) != value or len(raw) < 28:
        raise ValueError("not encrypted")
    return AESGCM(key).decrypt(raw[:12], raw[12:], name.encode()).decode()


# --- aes256cbc ---


def decrypt_cbc(raw, key, iv=None):
    """Reads the bytes of one encrypted parameter; without an IV their first 16 are it. Treat what it returns as untrusted."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
    from cryptography.hazmat.primitives.padding import PKCS7

    iv, body = (raw[:16], raw[16:]) if iv is None else (iv, raw)
    opened, unpadder = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor(), PKCS7(128).unpadder()
    return (unpadder.update(opened.update(body) + opened.finalize()) + unpadder.finalize()).decode()


# --- test ---

# For a test: a line of base64 for each URL, or for each value of `data` where nothing is signed.
if __name__ == "__main__":
    key, signing = os.environ.get("RINGCUE_KEY"), os.environ.get("RINGCUE_SIGNING_KEY")
    for line in sys.stdin:
        try:
            data = base64.b64decode(line).decode("latin-1")
            parameters = {}
            if signing:
                parameters = verify(data, {os.environ["RINGCUE_KEY_ID"]: signing})
                data = parameters.get("data", "")
            if key:
                parameters = pairs(decrypt(data, hashlib.sha256(key.encode()).digest()))
            print(json.dumps({"parameters": parameters}))
        except Exception as error:
            print(json.dumps({"refused": str(error)}))
