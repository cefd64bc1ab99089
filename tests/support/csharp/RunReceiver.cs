// Hands docs/receivers/Receiver.cs a line of base64 for each URL, or for each value of "data" where nothing is signed.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

public static class RunReceiver
{
    private static string Setting(string name) => Environment.GetEnvironmentVariable(name);

    public static void Main()
    {
        for (var line = Console.ReadLine(); line != null; line = Console.ReadLine())
        {
            try
            {
                var text = Encoding.GetEncoding("ISO-8859-1").GetString(Convert.FromBase64String(line));
                Console.WriteLine("{\"parameters\":" + Json(Read(text)) + "}");
            }
            catch (Exception error)
            {
                Console.WriteLine("{\"refused\":" + Quoted(error.Message) + "}");
            }
        }
    }

    private static Dictionary<string, string> Read(string text)
    {
        var parameters = new Dictionary<string, string>();
        var signing = Setting("RINGCUE_SIGNING_KEY");
        if (signing != null)
        {
            var keys = new Dictionary<string, string> { [Setting("RINGCUE_KEY_ID")] = signing };
            parameters = Receiver.Verify(text, keys, DateTimeOffset.UtcNow.ToUnixTimeSeconds());
            text = parameters.TryGetValue("data", out var data) ? data : "";
        }
        var key = Setting("RINGCUE_KEY");
        if (key == null) return parameters;
        using (var sha256 = SHA256.Create())
        {
            var bytes = sha256.ComputeHash(Encoding.UTF8.GetBytes(key));
            var isCbc = Setting("RINGCUE_METHOD") == "aes256cbc";
            return Receiver.Pairs(isCbc ? Receiver.DecryptCbc(Receiver.FromBase64Url(text), bytes) : Receiver.Decrypt(text, bytes));
        }
    }

    private static string Json(Dictionary<string, string> pairs) =>
        "{" + string.Join(",", pairs.Select(pair => Quoted(pair.Key) + ":" + Quoted(pair.Value))) + "}";

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            if (letter < ' ' || letter > '~' || letter == '"' || letter == '\\')
                quoted.Append("\\u").Append(((int)letter).ToString("x4"));
            else quoted.Append(letter);
        }
        return quoted.Append('"').ToString();
    }
}
