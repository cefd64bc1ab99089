// Checks and reads the popup URLs of Ringcue: docs/receivers.md, "Authenticated URLs". .NET 8 or newer, without packages.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

public static class Receiver
{
    // --- signature ---

    /// <summary>Seconds for which a URL is good, and by which clocks may differ.</summary>
    private const long Longest = 300;

    private const string SignatureName = "&rc_signature=";

    /// <summary>A byte for each letter, so that a changed one stays a changed one.</summary>
    private static readonly Encoding Bytes = Encoding.GetEncoding("ISO-8859-1");

    private static readonly ConcurrentDictionary<string, long> Seen = new ConcurrentDictionary<string, long>();

    /// <summary>Remembers nonces as long as their URL is good. For several servers: Redis, SET nonce 1 NX EX 600.</summary>
    private static bool IsFirst(string nonce, long now)
    {
        foreach (var old in Seen)
            if (old.Value < now) Seen.TryRemove(old.Key, out _);
        return Seen.TryAdd(nonce, now + 2 * Longest);
    }

    /// <param name="url">
    /// As the browser asked for it, not decoded: your own origin and, in ASP.NET Core,
    /// context.Features.Get&lt;IHttpRequestFeature&gt;().RawTarget
    /// </param>
    /// <param name="keys">Key ID to signing key</param>
    /// <param name="now">DateTimeOffset.UtcNow.ToUnixTimeSeconds()</param>
    /// <returns>The parameters, percent-decoded</returns>
    public static Dictionary<string, string> Verify(string url, IReadOnlyDictionary<string, string> keys, long now)
    {
        var end = url.LastIndexOf(SignatureName, StringComparison.Ordinal);
        if (end < 0) throw new CryptographicException("no signature");
        var signed = url.Substring(0, end);
        var parameters = Pairs(signed.Substring(signed.IndexOf('?') + 1));
        if (!parameters.TryGetValue("rc_key", out var keyId) || !keys.TryGetValue(keyId, out var key))
            throw new CryptographicException("unknown key");
        using (var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(key)))
        {
            var own = ToBase64Url(hmac.ComputeHash(Bytes.GetBytes("ringcue-v1\n" + signed)));
            var given = url.Substring(end + SignatureName.Length);
            if (!CryptographicOperations.FixedTimeEquals(Bytes.GetBytes(own), Bytes.GetBytes(given)))
                throw new CryptographicException("changed");
        }
        if (Math.Abs(now - long.Parse(parameters["rc_time"], CultureInfo.InvariantCulture)) > Longest)
            throw new CryptographicException("too old");
        if (!IsFirst(parameters["rc_nonce"], now)) throw new CryptographicException("seen before");
        return parameters;
    }

    // --- aes256gcm ---

    /// <summary>Reads one encrypted parameter, by default all of them in "data". The key has 32 bytes.</summary>
    public static string Decrypt(string value, byte[] key, string name = "data")
    {
        var bytes = FromBase64Url(value);
        if (bytes.Length < 28) throw new CryptographicException("not encrypted");
        var text = new byte[bytes.Length - 28];
        using (var gcm = new AesGcm(key, 16))
            gcm.Decrypt(Part(bytes, 0, 12), Part(bytes, 12, text.Length), Part(bytes, 12 + text.Length, 16), text,
                Encoding.UTF8.GetBytes(name));
        return Encoding.UTF8.GetString(text);
    }

    // --- aes256cbc ---

    /// <summary>
    /// Reads the bytes of one encrypted parameter; without an IV their first 16 are it. It does not show what was changed: sign
    /// the URL as well.
    /// </summary>
    public static string DecryptCbc(byte[] bytes, byte[] key, byte[] iv = null)
    {
        var from = iv == null ? 16 : 0;
        if (bytes.Length < from + 16) throw new CryptographicException("not encrypted");
        using (var aes = Aes.Create())
        using (var decryptor = aes.CreateDecryptor(key, iv ?? Part(bytes, 0, 16)))
            return Encoding.UTF8.GetString(decryptor.TransformFinalBlock(bytes, from, bytes.Length - from));
    }

    // --- pairs ---

    public static Dictionary<string, string> Pairs(string query)
    {
        var pairs = new Dictionary<string, string>();
        foreach (var pair in query.Split('&'))
        {
            var equals = pair.IndexOf('=');
            if (equals > 0) pairs[Decode(pair.Substring(0, equals))] = Decode(pair.Substring(equals + 1));
        }
        return pairs;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static string ToBase64Url(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>base64url has bits that no byte uses: only one way of writing is taken.</summary>
    public static byte[] FromBase64Url(string text)
    {
        byte[] bytes;
        try
        {
            var padded = text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - text.Length % 4) % 4);
            bytes = Convert.FromBase64String(padded);
        }
        catch (FormatException)
        {
            throw new CryptographicException("not encrypted");
        }
        if (ToBase64Url(bytes) != text) throw new CryptographicException("not encrypted");
        return bytes;
    }

    private static byte[] Part(byte[] bytes, int from, int length)
    {
        var part = new byte[length];
        Array.Copy(bytes, from, part, 0, length);
        return part;
    }
}
