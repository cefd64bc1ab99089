// Checks and reads the popup URLs of Ringcue: docs/receivers.md, "Authenticated URLs". Java 17 or newer, without libraries.
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

public final class Receiver {
    // --- signature ---

    /** Seconds for which a URL is good, and by which clocks may differ. */
    private static final long LONGEST = 300;

    // --- base64url ---

    private static final Charset BYTES = StandardCharsets.ISO_8859_1;
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    // --- signature ---

    private static final Map<String, Long> seen = new ConcurrentHashMap<>();

    /** Remembers nonces as long as their URL is good. For several servers: Redis, `SET nonce 1 NX EX 600`. */
    private static boolean isFirst(String nonce, long now) {
        seen.values().removeIf(until -> until < now);
        return seen.putIfAbsent(nonce, now + 2 * LONGEST) == null;
    }

    // --- pairs ---

    static Map<String, String> pairs(String query) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) pairs.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
        }
        return pairs;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    // --- signature ---

    /**
     * @param url as the browser asked for it, not decoded: your own origin, getRequestURI() and getQueryString()
     * @param keys key ID to signing key
     * @return the parameters, percent-decoded
     */
    static Map<String, String> verify(String url, Map<String, String> keys, long now) throws Exception {
        int end = url.lastIndexOf("&rc_signature=");
        if (end < 0) throw new SecurityException("no signature");
        String signed = url.substring(0, end);
        Map<String, String> parameters = pairs(signed.substring(signed.indexOf('?') + 1));
        String key = keys.get(parameters.getOrDefault("rc_key", ""));
        if (key == null) throw new SecurityException("unknown key");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] own = BASE64URL.encode(mac.doFinal(("ringcue-v1\n" + signed).getBytes(BYTES)));
        byte[] given = url.substring(end + "&rc_signature=".length()).getBytes(BYTES);
        if (!MessageDigest.isEqual(own, given)) throw new SecurityException("changed");
        if (Math.abs(now - Long.parseLong(parameters.get("rc_time"))) > LONGEST) throw new SecurityException("too old");
        if (!isFirst(parameters.get("rc_nonce"), now)) throw new SecurityException("seen before");
        return parameters;
    }

    // --- aes256gcm ---

    /** Reads one encrypted parameter, by default all of them in `data`. The key has 32 bytes. */
    static String decrypt(String value, byte[] key, String name) throws Exception {
        byte[] bytes = Base64.getUrlDecoder().decode(value);
        // base64url has bits that no byte uses: only one way of writing is taken.
        if (!BASE64URL.encodeToString(bytes).equals(value) || bytes.length < 28) throw new SecurityException("not encrypted");
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, bytes, 0, 12));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return new String(cipher.doFinal(Arrays.copyOfRange(bytes, 12, bytes.length)), StandardCharsets.UTF_8);
    }

    // --- aes256cbc ---

    /** Reads the bytes of one encrypted parameter; without an IV their first 16 are it. Treat what it returns as untrusted. */
    static String decryptCbc(byte[] bytes, byte[] key, byte[] iv) throws Exception {
        byte[] body = iv == null ? Arrays.copyOfRange(bytes, 16, bytes.length) : bytes;
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        IvParameterSpec start = new IvParameterSpec(iv == null ? Arrays.copyOf(bytes, 16) : iv);
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), start);
        return new String(cipher.doFinal(body), StandardCharsets.UTF_8);
    }

    // --- test ---

    /** For a test: a line of base64 for each URL, or for each value of `data` where nothing is signed. */
    public static void main(String[] arguments) throws Exception {
        String key = System.getenv("RINGCUE_KEY");
        String signing = System.getenv("RINGCUE_SIGNING_KEY");
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            try {
                String data = new String(Base64.getDecoder().decode(line), BYTES);
                Map<String, String> parameters = Map.of();
                if (signing != null) {
                    parameters = verify(data, Map.of(System.getenv("RINGCUE_KEY_ID"), signing), Instant.now().getEpochSecond());
                    data = parameters.getOrDefault("data", "");
                }
                if (key != null) {
                    byte[] bytes = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
                    parameters = pairs(decrypt(data, bytes, "data"));
                }
                System.out.println("{\"parameters\":" + json(parameters) + "}");
            } catch (Exception error) {
                System.out.println("{\"refused\":" + quoted(String.valueOf(error.getMessage())) + "}");
            }
        }
    }

    private static String json(Map<String, String> pairs) {
        StringBuilder text = new StringBuilder("{");
        pairs.forEach((name, value) -> text.append(text.length() > 1 ? "," : "").append(quoted(name)).append(':').append(quoted(value)));
        return text.append('}').toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char letter : text.toCharArray()) {
            if (letter < ' ' || letter > '~' || letter == '"' || letter == '\\') quoted.append(String.format("\\u%04x", (int) letter));
            else quoted.append(letter);
        }
        return quoted.append('"').toString();
    }
}
