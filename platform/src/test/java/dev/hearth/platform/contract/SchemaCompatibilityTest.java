package dev.hearth.platform.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaCompatibilityTest {
    private static final String SALE = """
            {"$id":"sale","type":"object","description":"A sale","required":["article","state","cause"],
             "properties":{
               "article":{"type":"string","description":"what"},
               "note":{"type":"string"},
               "count":{"type":"integer","format":"int32"},
               "state":{"enum":["OPEN","PAID"]},
               "at":{"type":"string","format":"date-time"},
               "tags":{"type":"array","uniqueItems":true,"items":{"type":"string"}},
               "prices":{"type":"object","additionalProperties":{"type":"integer"}},
               "cause":{"$ref":"#/$defs/Cause"}},
             "$defs":{"Cause":{"type":"object","properties":{"key":{"type":"string"},"next":{"$ref":"#/$defs/Cause"}},
               "required":["key"]}}}
            """;

    @Test
    void letsTheSameSchemaReplaceItself() {
        assertThat(breaks(SALE)).isEmpty();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "note":{"type":"string"},      | "note":{"type":"string"},"place":{"type":"string"},
            "description":"what"           | "description":"which article","examples":["apple"]
            "description":"A sale"         | "description":"A sale of something","$comment":"checked"
            "required":["key"]             | "required":["key"],"description":"why"
            "$defs":{                      | "$defs":{"Unused":{"type":"string"},
            "required":["article","state","cause"] | "required":["cause","state","article"]
            "enum":["OPEN","PAID"]         | "enum":["PAID","OPEN"]
            """)
    void allowsAdditionsAndBetterWords(String before, String after) {
        assertThat(breaks(replaced(before, after))).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "note":{"type":"string"},        |                                    | /note was removed
            "key":{"type":"string"},         |                                    | /cause/key was removed
            "note":{"type":"string"}         | "note":{"type":"integer"}          | /note: type changed from "string" to "integer"
            "count":{"type":"integer"        | "count":{"type":"number"           | /count: type changed from "integer" to "number"
            "int32"                          | "int64"                            | /count: format changed from "int32" to "int64"
            ,"format":"date-time"            |                                    | /at: format changed from "date-time" to
            "note":{"type":"string"}         | "note":{"type":"string","maxLength":3} | /note: maxLength changed from  to 3
            ["OPEN","PAID"]                  | ["OPEN"]                           | /state: value PAID was removed, old events may have it
            ["OPEN","PAID"]                  | ["OPEN","PAID","VOID"]             | /state: value VOID was added, readers do not know it
            {"enum":["OPEN","PAID"]}         | {}                                 | /state: the closed list of values was given up, readers may meet any
            "note":{"type":"string"}         | "note":{"type":"string","enum":["A"]} | /note: old events may have other values than [A]
            "article","state"                | "state"                            | /article may be absent now, readers count on it
            "required":["article"            | "required":["note","article"       | /note is required now, old events may lack it
            "required":["key"]               | "required":[]                      | /cause/key may be absent now, readers count on it
            "uniqueItems":true,              |                                    | /tags: uniqueItems changed from true to
            "items":{"type":"string"}        | "items":{"type":"integer"}         | /tags/*: type changed from "string" to "integer"
            "items":{"type":"string"}        | "maxItems":3                       | /tags: maxItems changed from  to 3
            "additionalProperties":{"type":"integer"} | "additionalProperties":{"type":"string"} | /prices/*: type changed from "integer" to "string"
            "additionalProperties":{"type":"integer"} | "additionalProperties":false | /prices/* changed from {"type":"integer"} to false
            "$id":"sale"                     | "$id":"sold"                       | $id changed from "sale" to "sold"
            """)
    void namesWhatBreaksAReader(String before, @Nullable String after, String expected) {
        assertThat(breaks(replaced(before, after == null ? "" : after)))
                .anyMatch(sentence -> sentence.startsWith(expected));
    }

    @Test
    void namesANewPropertyThatIsRequiredAtOnce() {
        String changed =
                SALE.replace("\"note\":", "\"till\":{},\"note\":").replace("[\"article\"", "[\"till\",\"article\"");

        assertThat(breaks(changed)).containsExactly("/till is new and required, old events lack it");
    }

    private static String replaced(String before, String after) {
        assertThat(SALE).contains(before);
        return SALE.replace(before, after);
    }

    private static List<String> breaks(String after) {
        return SchemaCompatibility.breaks(Contracts.json(SALE), Contracts.json(after));
    }
}
